/** Where a payload is shown, and what may stand there. */
export type Surface = "message" | "modal" | "home";

const EVERYWHERE = ["actions", "context", "divider", "header", "image", "input", "rich_text", "section"];

/**
 * The blocks that we send where, which is less than Slack lists: it lists some where they are reported not to render (`table`,
 * `data_table` and `markdown` outside messages), and `video` and `file` need what this bot does not ask for.
 */
export const SURFACE_BLOCKS: Readonly<Record<Surface, readonly string[]>> = {
  message: [
    ...EVERYWHERE,
    "card",
    "carousel",
    "container",
    "context_actions",
    "data_table",
    "markdown",
    "plan",
    "table",
    "task_card",
  ],
  modal: [...EVERYWHERE, "alert"],
  home: [...EVERYWHERE, "card", "carousel"],
};

/** What a container block may hold. */
export const CONTAINED = ["actions", "context", "divider", "header", "image", "input", "rich_text", "section", "table"];

/** Elements that Slack takes on some surfaces only (the element pages of the reference, read 2026-09-29). */
export const ELEMENT_SURFACES: Readonly<Record<string, readonly Surface[]>> = {
  datetimepicker: ["message", "modal"],
  number_input: ["modal"],
  email_text_input: ["modal"],
  url_text_input: ["modal"],
  rich_text_input: ["modal", "home"],
  file_input: ["modal"],
  workflow_button: ["message"],
  feedback_buttons: ["message"],
  icon_button: ["message"],
  url: ["message"],
};
