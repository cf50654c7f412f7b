import { serve } from '$lib/ui/bridge/serve';
import { createEngine } from './engine';
import { requestSchema } from './protocol';

serve(self, requestSchema, createEngine());
