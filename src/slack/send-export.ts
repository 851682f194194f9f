import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Owner } from "../evidence/types.ts";
import { type Export, toExportJson } from "../export/export.ts";
import { toExportCsv } from "../export/export-csv.ts";
import { type Named, toExportMarkdown } from "../export/export-markdown.ts";
import { toOneToOnesCsv } from "../export/one-to-ones-csv.ts";

const UPLOAD_MS = 30_000;

/**
 * Three or four files in the person's own direct message with the bot. The message comes first: its answer says which conversation that is, so that
 * no scope is needed to open one.
 */
export async function sendExport(owner: Owner, exported: Export, client: WebClient, named: Named): Promise<void> {
  const day = exported.exportedAt.slice(0, 10);
  const { wins, oneToOnes } = exported;
  const files = [
    { name: `my-progression-${day}.md`, title: "Everything, to read", content: toExportMarkdown(exported, named) },
    { name: `my-progression-${day}.json`, title: "Everything, to import again", content: toExportJson(exported) },
    { name: `my-wins-${day}.csv`, title: "My wins, for a spreadsheet", content: toExportCsv(wins) },
    ...(oneToOnes.length === 0
      ? []
      : [
          {
            name: `my-one-to-ones-${day}.csv`,
            title: "My 1:1s, for a spreadsheet",
            content: toOneToOnesCsv(oneToOnes),
          },
        ]),
  ];
  const text = `Everything that is kept of you, as ${files.length === 3 ? "three" : "four"} files. Only you see them here; forget-me does not remove them.`;
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
