/** What a person types: commands and messages. */

import type { NotTaken } from "../delivery/carrier.ts";
import type { Outcome } from "../protocol.ts";
import { applyResponse, commandAnswer } from "../responses.ts";
import type { ScenarioPerson } from "../scenario.ts";
import { encodeTyped } from "../typed-text.ts";
import type { World } from "../world.ts";
import { type Bench, done, failed, type Of, ownConversation, refuse } from "./bench.ts";
import { channelPayload } from "./interaction.ts";

export async function command(bench: Bench, person: ScenarioPerson, gesture: Of<"command">): Promise<Outcome> {
  const { world } = bench;
  const conversation = ownConversation(world, person, gesture.channel);
  if (conversation === undefined) return refuse("channel_not_found");
  const [name = "", rest = ""] = /^(\/\S+)\s*([\s\S]*)$/.exec(gesture.text.trim())?.slice(1) ?? [];
  if (!bench.hints.commands.some((hint) => hint.command === name)) {
    return refuse(`${name === "" ? "This" : name} is not a valid command.`);
  }
  const channel = channelPayload(conversation);
  const target = { channel: conversation.id, user: person.id, ts: null };
  const { team, app } = world.scenario;
  const answer = await bench.deliver({
    kind: "slash_commands",
    about: "slash_commands",
    payload: {
      token: "local-slack",
      team_id: team.id,
      team_domain: team.domain,
      channel_id: channel["id"],
      channel_name: channel["name"],
      user_id: person.id,
      user_name: person.name,
      command: name,
      text: encodeTyped(rest, named(world), true),
      api_app_id: app.id,
      is_enterprise_install: "false",
      response_url: bench.responseUrl(target),
      trigger_id: world.triggers.mint({ user: person.id, view: null }),
    },
  });
  if (!answer.ok) return failed(world, person, conversation.id, commandFailure(name, answer));
  const shown = commandAnswer(answer.body);
  if (shown === undefined) return done;
  const result = applyResponse(world, target, shown);
  answer.breached(result.breaches);
  if (result.status === 200) return done;
  return failed(world, person, conversation.id, `${name} failed with the error "invalid_command_response"`);
}

/** As Slack's own client words it. */
function commandFailure(name: string, failure: NotTaken): string {
  if (failure.reason === "http_timeout") return `${name} failed because the app did not respond.`;
  if (failure.status >= 500) return `${name} failed with the error "http_service_error"`;
  return `${name} failed with the error "${failure.status >= 400 ? "http_client_error" : "dispatch_failed"}"`;
}

export async function say(bench: Bench, person: ScenarioPerson, gesture: Of<"message">): Promise<Outcome> {
  const { world } = bench;
  const conversation = ownConversation(world, person, gesture.channel);
  if (conversation === undefined) return refuse("channel_not_found");
  if (gesture.text.trim() === "") return refuse("no_text");
  const text = encodeTyped(gesture.text, named(world), false);
  const message = world.workspace.post(conversation, { user: person.id, text });
  world.changed();
  const event = {
    type: "message",
    user: person.id,
    text,
    ts: message.ts,
    client_msg_id: crypto.randomUUID(),
    team: person.teamId,
    channel: conversation.id,
    event_ts: message.ts,
  };
  if (conversation.kind === "dm") {
    if (world.scopes.has("im:history")) await bench.emit({ ...event, channel_type: "im" });
    return done;
  }
  if (!text.includes(`<@${world.bot.id}>`)) return done;
  if (!conversation.members.has(world.bot.id)) {
    world.notify(person.id, conversation.id, `You mentioned @${world.bot.name}, but they are not in this channel.`);
    return done;
  }
  if (world.scopes.has("app_mentions:read")) await bench.emit({ ...event, type: "app_mention" });
  return done;
}

function named(world: World) {
  return {
    people: [...world.workspace.people(), world.bot],
    channels: world.workspace.conversations().filter(({ kind, isPrivate }) => kind === "channel" && !isPrivate),
  };
}
