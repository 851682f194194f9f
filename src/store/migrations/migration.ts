import type { RawBuilder, SchemaModule } from "kysely";

/** What the dialect wants at the end of `create table`. */
export interface TableEnds {
  /** Rows with long text. */
  readonly wide: RawBuilder<unknown>;
  /** Small rows that are read in the order of their primary key. */
  readonly narrow: RawBuilder<unknown>;
}

/** One step of the schema. Once released it is frozen: it imports nothing that may change, and the next change is the next number. */
export interface Migration {
  /** `NNNN-verb-noun`, counted from 0001 without a gap. */
  readonly name: string;
  up(db: { readonly schema: SchemaModule }, ends: TableEnds): Promise<void>;
}
