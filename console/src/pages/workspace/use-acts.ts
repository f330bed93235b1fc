import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ConversationSummary } from "@yingda/contract/conversation";
import { App } from "antd";
import { useMe } from "../../session.ts";
import { changeSummary } from "../../transcript/conversation-query.ts";
import { newerSummary } from "../../transcript/merge-events.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { placeEverywhere } from "./desk.ts";

/** An act on a conversation: its reply is the row as it is now; the events come by push, or are asked for. */
export function useAct<Input>(
  act: (input: Input) => Promise<ConversationSummary>,
  done?: (row: ConversationSummary) => void,
) {
  const client = useQueryClient();
  const { staff } = useMe();
  const { message } = App.useApp();
  const words = useErrorWords();
  return useMutation({
    mutationFn: act,
    onSuccess: (row) => {
      placeEverywhere(client, row, staff.id);
      changeSummary(client, row.id, (known) => newerSummary(known, row));
      void client.invalidateQueries({ queryKey: ["conversation", row.id] });
      done?.(row);
    },
    onError: (error) => message.error(words(error)),
  });
}
