import { networkOfFormerLink } from '$lib/training';

/** A link's query with the network that its `activation` and `pooling` mean, if it has those. */
export function withNetwork(query: URLSearchParams): URLSearchParams {
  const network = networkOfFormerLink(query);
  if (network === undefined) return query;
  return new URLSearchParams([...query, ['network', network]]);
}
