import { serve } from '$lib/ui/bridge/serve';
import { buffersOf, traceOf } from './answer';
import { requestSchema } from './protocol';

serve(self, requestSchema, (request, reply) => {
  const trace = traceOf(request);
  reply(trace, buffersOf(trace));
});
