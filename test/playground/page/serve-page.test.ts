import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPage } from "../../../playground/serve-page.ts";

let port = 0;
const server = createServer();

beforeAll(async () => {
  const page = await createPage();
  server.on("request", (incoming, response) => {
    if (!page.handle(incoming, response)) response.writeHead(404).end("not the page's");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => server.close());

interface Answer {
  readonly status: number | undefined;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: string;
}

/** Sends the path as it is: `fetch` would tidy the dots away. */
function ask(path: string, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("the page and everything that it names are served, and nothing comes from elsewhere", async () => {
  const { status, headers, body } = await ask("/?x=1");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  const named = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(named.length).toBeGreaterThan(2);
  for (const path of named) {
    expect(path).toMatch(/^\/assets\//);
    expect(await ask(path)).toMatchObject({ status: 200 });
  }
  expect(body).not.toMatch(/<style|<script(?![^>]*src=)| style=/);
});

test("the policy allows nothing inline and nothing from elsewhere", async () => {
  const { headers } = await ask("/");
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("styles ask for nothing from elsewhere", async () => {
  const { body } = await ask("/");
  const style = /href="([^"]+\.css)"/.exec(body)?.[1] ?? "";
  expect((await ask(style)).body).not.toMatch(/url\((?!data:)|@import/);
});

test.each([
  "/../package.json",
  "/assets/../../package.json",
  "/%2e%2e/package.json",
  "/main.tsx",
  "/door/state",
  "//index.html",
])("%s is not the page's", async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, body: "not the page's" });
});

test("only reading is the page's, and HEAD has no body", async () => {
  expect(await ask("/", "POST")).toMatchObject({ status: 404 });
  expect(await ask("/", "HEAD")).toMatchObject({ status: 200, body: "" });
});
