import { expect, test } from "vitest";
import { drawn, drawnElement, drawnInput, mrkdwn, option, plain } from "./drawn.tsx";

test.each([
  [{ type: "button", text: plain("Next"), style: "primary" }, /<button[^>]*class="button primary"[^>]*>Next<\/button>/],
  [{ type: "overflow", options: [option("One")] }, /aria-label="More actions"[^>]*aria-haspopup="menu"/],
  [
    { type: "static_select", options: [option("One")], placeholder: plain("Pick") },
    /role="combobox"[^>]*placeholder="Pick"/,
  ],
  [{ type: "multi_static_select", options: [option("One")], initial_options: [option("One")] }, /class="token">One/],
  [{ type: "external_select", initial_option: option("Long sentence") }, /role="combobox"[^>]*value="Long sentence"/],
  [{ type: "multi_external_select", initial_options: [option("A"), option("B")] }, /aria-label="Remove B"/],
  [{ type: "users_select", initial_user: "U1" }, /value="Maya Stone"/],
  [{ type: "multi_users_select", initial_users: ["U1"] }, /class="token">Maya Stone/],
  [{ type: "conversations_select", initial_conversation: "C1" }, /value="#backend"/],
  [{ type: "multi_conversations_select", initial_conversations: ["C1"] }, /class="token">#backend/],
  [{ type: "channels_select", initial_channel: "C1" }, /value="#backend"/],
  [{ type: "checkboxes", options: [option("One")], initial_options: [option("One")] }, /type="checkbox"[^>]*checked/],
  [{ type: "radio_buttons", options: [option("One")], initial_option: option("One") }, /type="radio"[^>]*checked/],
  [{ type: "datepicker", initial_date: "2026-11-21" }, /type="date" value="2026-11-21"|value="2026-11-21"/],
  [{ type: "timepicker", initial_time: "09:30" }, /value="09:30"/],
  [{ type: "datetimepicker", initial_date_time: 1_774_749_600 }, /value="2026-03-29T03:00"/],
  [{ type: "plain_text_input", initial_value: "Led it" }, /<input[^>]*value="Led it"/],
  [{ type: "plain_text_input", multiline: true, initial_value: "Led it" }, /<textarea[^>]*>Led it<\/textarea>/],
  [{ type: "number_input", min_value: "1", is_decimal_allowed: true }, /type="number" step="any" min="1"/],
  [{ type: "email_text_input" }, /type="email"/],
  [{ type: "url_text_input" }, /type="url"/],
  [{ type: "rich_text_input" }, /<textarea/],
])("%o is drawn in an actions block and under a label", (element, expected) => {
  expect(drawnElement(element)).toMatch(expected);
  expect(drawnInput(element)).toMatch(expected);
  expect(drawnElement(element)).not.toContain('data-testid="shout"');
});

test("an input block ties label, hint and field together and says what is optional", () => {
  const html = drawnInput({ type: "plain_text_input" }, { hint: plain("One line"), optional: true });
  const id = /<input id="([^"]+)"/.exec(html)?.[1] ?? "no field";
  expect(html).toContain(`for="${id}"`);
  expect(html).toContain(`aria-labelledby="${id}-label" aria-describedby="${id}-hint"`);
  expect(html).toContain("(optional)");
});

test("a button that goes elsewhere says so", () => {
  expect(drawnElement({ type: "button", text: plain("Docs"), url: "https://example.com/" })).toContain("↗");
});

test("mrkdwn in options is drawn", () => {
  const options = [{ text: mrkdwn("*Only* me"), value: "a", description: plain("nobody else") }];
  expect(drawnElement({ type: "radio_buttons", options })).toContain("<strong>Only</strong> me");
});

test("an element in a section's accessory is drawn", () => {
  const accessory = { type: "static_select", action_id: "x", options: [option("One")] };
  expect(drawn({ type: "section", text: plain("Pick"), accessory })).toContain('role="combobox"');
});
