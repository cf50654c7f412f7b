import { serve } from '$lib/ui/bridge/serve';
import { answer } from './engine';
import { requestSchema } from './protocol';

serve(self, requestSchema, answer);
