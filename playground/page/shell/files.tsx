import type { ReactNode } from "react";
import type { Message } from "../../../local-slack/protocol.ts";

/** What came with a message: to open and read here, and to save. */
export function Files({ files }: { readonly files: NonNullable<Message["files"]> }): ReactNode {
  return (
    <div className="files">
      {files.map(({ id, name, title, content }) => (
        <details key={id} className="file">
          <summary>
            <strong>{title}</strong> <span className="quiet">{name}</span>
          </summary>
          <pre>{content}</pre>
          <a className="button" download={name} href={`data:text/plain;charset=utf-8,${encodeURIComponent(content)}`}>
            Save this file
          </a>
        </details>
      ))}
    </div>
  );
}
