/**
 * Puts nodes in the order in which they can be computed: what a node depends on comes before it.
 * Nodes that need one another stand together in one group (Tarjan's strongly connected
 * components); every other group holds a single node. `dependencies` may name unknown nodes.
 */
export function computationOrder<T>(
  nodes: Iterable<T>,
  dependencies: (node: T) => Iterable<T>,
): T[][] {
  const groups: T[][] = [];
  const found = new Map<T, { number: number; lowest: number; open: boolean }>();
  const path: T[] = [];

  function visit(node: T) {
    const here = { number: found.size, lowest: found.size, open: true };
    found.set(node, here);
    path.push(node);
    for (const dependency of dependencies(node)) {
      const there = found.get(dependency) ?? visit(dependency);
      if (there.open) here.lowest = Math.min(here.lowest, there.lowest);
    }
    if (here.lowest === here.number) {
      const group = path.splice(path.indexOf(node));
      for (const member of group) found.get(member)!.open = false;
      groups.push(group);
    }
    return here;
  }

  for (const node of nodes) if (!found.has(node)) visit(node);
  return groups;
}
