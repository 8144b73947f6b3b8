/** The heads of all streams as they move on, and the root over them: what is signed with each checkpoint. */
import { headHash, inStreamOrder, type Head } from './heads';
import { emptyRoot, nodeHash, type Hash } from './merkle';

export class HeadsTree {
  private readonly heads = new Map<string, Head>();
  private order: string[] = [];
  private places = new Map<string, number>();
  /** Rows of hashes from the leaves up; absent after a new stream has come. */
  private rows: Hash[][] | null = null;
  private readonly moved = new Set<string>();

  get size(): number {
    return this.heads.size;
  }

  set(head: Head): void {
    if (!this.heads.has(head.stream)) this.rows = null;
    this.heads.set(head.stream, head);
    this.moved.add(head.stream);
  }

  /** In order of streams. */
  all(): Head[] {
    this.sort();
    return this.order.map((stream) => this.heads.get(stream)!);
  }

  /** Only what stands above a head that has moved is hashed again. */
  root(): Hash {
    if (this.heads.size === 0) return emptyRoot();
    if (this.rows === null) this.build();
    else this.renew(this.rows);
    this.moved.clear();
    return this.rows!.at(-1)![0]!;
  }

  private sort(): void {
    if (this.order.length === this.heads.size) return;
    this.order = [...this.heads.keys()].sort(inStreamOrder);
    this.places = new Map(this.order.map((stream, place) => [stream, place]));
  }

  private build(): void {
    let row = this.all().map(headHash);
    this.rows = [row];
    while (row.length > 1) {
      row = Array.from({ length: Math.ceil(row.length / 2) }, (_, at) => above(row, at));
      this.rows.push(row);
    }
  }

  private renew(rows: Hash[][]): void {
    let dirty = new Set<number>();
    for (const stream of this.moved) {
      const place = this.places.get(stream)!;
      rows[0]![place] = headHash(this.heads.get(stream)!);
      dirty.add(place);
    }
    for (let level = 1; level < rows.length; level += 1) {
      dirty = new Set([...dirty].map((place) => place >>> 1));
      for (const place of dirty) rows[level]![place] = above(rows[level - 1]!, place);
    }
  }
}

/** The last of an odd row goes up as it is, which is the tree of RFC 6962. */
function above(row: readonly Hash[], place: number): Hash {
  const left = row[2 * place]!;
  const right = row[2 * place + 1];
  return right === undefined ? left : nodeHash(left, right);
}
