import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { EvidenceLog } from "../evidence/evidence-log.ts";
import { type Export, toExportJson } from "../evidence/export.ts";
import { toExportCsv } from "../evidence/export-csv.ts";
import { toExportMarkdown } from "../evidence/export-markdown.ts";
import type { Owner, Win } from "../evidence/types.ts";

/** Everything that is kept of one person, read at one go. */
export async function gatherExport(owner: Owner, log: EvidenceLog, now: number): Promise<Export> {
  const wins: Win[] = [];
  for await (const win of log.everything(owner)) wins.push(win);

  return {
    exportedAt: new Date(now).toISOString(),
    profile: (await log.profile(owner)) ?? null,
    focus: await log.focus(owner),
    opportunityNotes: await log.opportunityNotes(owner),
    wins,
  };
}

const UPLOAD_MS = 30_000;

/**
 * Three files in the person's own direct message with the bot. The message comes first: its answer says which conversation that is, so that
 * no scope is needed to open one.
 */
export async function sendExport(owner: Owner, exported: Export, client: WebClient): Promise<void> {
  const day = exported.exportedAt.slice(0, 10);
  const files = [
    { name: `my-wins-${day}.md`, title: "My wins, to read", content: toExportMarkdown(exported) },
    { name: `my-wins-${day}.json`, title: "My wins, to import again", content: toExportJson(exported) },
    { name: `my-wins-${day}.csv`, title: "My wins, for a spreadsheet", content: toExportCsv(exported.wins) },
  ];
  const text =
    "Everything that is kept of you, as three files. Only you see them here; forget-me does not remove them.";
  const { channel } = await client.chat.postMessage({ channel: owner.user, text });

  if (channel === undefined) throw new Error("Slack did not say which conversation the message is in.");
  try {
    const [first, ...rest] = await Promise.all(files.map((file) => upload(file, client)));
    if (first !== undefined)
      await client.files.completeUploadExternal({ channel_id: channel, files: [first, ...rest] });
  } catch (error) {
    const scope = error instanceof WebAPIPlatformError && error.data.error === "missing_scope";
    const why = scope
      ? "The files could not be sent: this workspace did not give the bot files:write. Whoever installed it can add the scope."
      : "The files could not be sent just now. Type /progression export to try once more.";
    await client.chat.postMessage({ channel, text: why });
    throw error;
  }
}

interface Upload {
  readonly name: string;
  readonly title: string;
  readonly content: string;
}

async function upload({ name, title, content }: Upload, client: WebClient): Promise<{ id: string; title: string }> {
  const body = new TextEncoder().encode(content);
  const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: name, length: body.byteLength });

  if (upload_url === undefined || file_id === undefined) throw new Error("Slack gave no place to upload to.");
  const answer = await fetch(upload_url, { method: "POST", body, signal: AbortSignal.timeout(UPLOAD_MS) });
  if (!answer.ok) throw new Error(`Slack answered an upload with ${answer.status}.`);
  return { id: file_id, title };
}
