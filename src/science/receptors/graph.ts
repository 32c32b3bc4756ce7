/** Communicating classes of a chain: which states can reach which at the present rates. */

/** States by class: those of a class can reach each other. */
export interface Classes {
  /** Class of each state; length n. */
  readonly classOf: Int32Array;
  /** States of each class. */
  readonly members: readonly (readonly number[])[];
  /** Classes that nothing leaves. Every chain has at least one. */
  readonly closed: readonly number[];
}

/** Strongly connected components of the graph of positive off-diagonal entries of `q` (n x n, row major), after Tarjan. */
export function communicatingClasses(q: Float64Array, n: number): Classes {
  const order = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const onStack = new Uint8Array(n);
  const stack: number[] = [];
  const classOf = new Int32Array(n).fill(-1);
  const members: number[][] = [];
  let next = 0;
  const visit = (v: number): void => {
    order[v] = low[v] = next++;
    stack.push(v);
    onStack[v] = 1;
    for (let w = 0; w < n; w++) {
      if (w === v || !((q[v * n + w] as number) > 0)) continue;
      if (order[w] === -1) {
        visit(w);
        low[v] = Math.min(low[v] as number, low[w] as number);
      } else if (onStack[w] === 1) low[v] = Math.min(low[v] as number, order[w] as number);
    }
    if (low[v] !== order[v]) return;
    const component: number[] = [];
    for (;;) {
      const w = stack.pop();
      if (w === undefined) break;
      onStack[w] = 0;
      classOf[w] = members.length;
      component.push(w);
      if (w === v) break;
    }
    members.push(component.sort((a, b) => a - b));
  };
  for (let v = 0; v < n; v++) if (order[v] === -1) visit(v);
  const leaves = new Uint8Array(members.length);
  for (let v = 0; v < n; v++) {
    for (let w = 0; w < n; w++) if ((q[v * n + w] as number) > 0 && classOf[w] !== classOf[v]) leaves[classOf[v] as number] = 1;
  }
  return { classOf, members, closed: members.map((_, c) => c).filter((c) => leaves[c] === 0) };
}
