import { LIMITS } from "./limits.ts";
import { addBreach, child, failConstraint, type Report } from "./report.ts";
import { richTextBlock } from "./rich-text.ts";
import {
  boolean,
  type Fields,
  fieldOf,
  integer,
  isFields,
  list,
  number,
  object,
  oneOf,
  type Rule,
  type Shape,
  shownString,
  typed,
} from "./rules.ts";

const cellText = shownString(Number.MAX_SAFE_INTEGER);
const RAW = {
  raw_text: { required: { text: cellText } },
  raw_number: { required: { value: number, text: cellText } },
};
const rawCell = typed(RAW, () => Object.keys(RAW));

/** A cell counts towards the message's table characters as much as towards its characters. */
function cell(value: unknown, at: string, report: Report): void {
  const before = report.shown;
  if (isFields(value) && fieldOf(value, "type") === "rich_text") richTextBlock(value, at, report);
  else rawCell(value, at, report);
  report.cells += report.shown - before;
}

const MESSAGE_TABLES = 1;

function countTable(_table: Fields, at: string, report: Report): void {
  report.tables += 1;
  if (report.tables > MESSAGE_TABLES)
    addBreach(report, "only_one_table_allowed", at, "a message can have only one table");
}

export const TABLE: Shape = {
  required: {
    rows: list(list(cell, { max: LIMITS.table.cells }), { max: LIMITS.table.rows }),
  },
  optional: {
    column_settings: list(
      orNull(object({ optional: { align: oneOf("left", "center", "right"), is_wrapped: boolean } })),
      { max: LIMITS.table.columnSettings },
    ),
  },
  also: countTable,
};

/** Slack takes null for a column that keeps its default. */
function orNull(rule: Rule): Rule {
  return (value, at, report) => {
    if (value !== null) rule(value, at, report);
  };
}

export const DATA_TABLE: Shape = {
  required: {
    caption: shownString(LIMITS.text),
    rows: list(list(cell, { max: LIMITS.dataTable.columns }), {
      min: LIMITS.dataTable.rowsMin,
      max: LIMITS.dataTable.rows,
    }),
  },
  optional: {
    page_size: integer(1, LIMITS.dataTable.pageSize),
    row_header_column_index: integer(0, LIMITS.dataTable.columns - 1),
  },
  also: checkDataTable,
};

function checkDataTable(table: Fields, at: string, report: Report): void {
  countTable(table, at, report);
  const rows = fieldOf(table, "rows");
  if (!Array.isArray(rows) || !Array.isArray(rows[0])) return;
  const width = rows[0].length;
  for (const [index, row] of rows.entries()) {
    if (Array.isArray(row) && row.length !== width) {
      failConstraint(
        report,
        child(child(at, "rows"), index),
        "all rows need the same number of cells",
        "same_length",
        width,
        row.length,
      );
    }
  }
  for (const [index, one] of rows[0].entries()) {
    if (isFields(one) && fieldOf(one, "type") === "rich_text") {
      failConstraint(
        report,
        child(child(child(child(at, "rows"), 0), index), "type"),
        "unsupported type: rich_text",
        "enum",
        Object.keys(RAW),
        "rich_text",
      );
    }
  }
}
