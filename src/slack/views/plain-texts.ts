/** The few sentences that are sent without blocks, when there is nothing to lay out or no way to know more. */

/** `taken`: Slack had been told that it is done, so that what failed may have been nothing but showing it. */
export function apologyText(errorId: string, taken: boolean): string {
  const state = taken
    ? "Something went wrong on our side. What you asked for may have been done all the same, so look before you try again."
    : "Something went wrong on our side, and nothing was changed. Try again.";

  return `${state} If it happens again, give your admin this id: ${errorId}.`;
}

export function unknownCommandText(command: string): string {
  return `This app does not answer ${command.replace(/[^/\w-]/g, "").slice(0, 40)}. Try /progression help.`;
}

export const foreignWorkspaceText = "This Progression belongs to another workspace and answers only there.";

export const restartingText = "Progression is restarting. Try again in a few seconds.";
