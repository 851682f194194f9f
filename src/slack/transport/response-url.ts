/** One answer to a `response_url`. Rejects when Slack does not take it. */
export async function postToResponseUrl(
  url: string,
  message: { readonly text: string; readonly blocks?: readonly object[] },
): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ response_type: "ephemeral", replace_original: false, ...message }),
    signal: AbortSignal.timeout(2_500),
  });

  if (!response.ok) {
    throw new Error(`Slack answered ${response.status} to a response_url`);
  }
}
