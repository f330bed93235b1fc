import { useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { useState } from "react";
import { call } from "../../api.ts";
import { useChangeCheck } from "../../entries/change-check.tsx";
import { useAddWording } from "./entries.ts";

/** The push that says the bot knows it asks again; should the line be down, this does. */
const pushWaitMs = 2_000;

/** Adds a wording to an entry, like every change of it: the shop's tests are asked first. False: the person went back. */
export function useTeach() {
  const client = useQueryClient();
  const add = useAddWording();
  const { confirmChange } = useChangeCheck();
  const [isBusy, setIsBusy] = useState(false);

  async function teach({ entryId, wording }: { entryId: string; wording: string }): Promise<boolean> {
    setIsBusy(true);
    try {
      const { id: _id, updatedAt: _at, updatedBy: _by, ...entry } = await call(routes.getEntry, { entryId });
      const draft = { ...entry, similar: [...entry.similar, wording] };
      if (!(await confirmChange({ kind: "save", entryId, draft }))) return false;
      await add.mutateAsync({ entryId, wording });
      setTimeout(() => void client.invalidateQueries({ queryKey: ["knowledge", "ask"] }), pushWaitMs);
      return true;
    } finally {
      setIsBusy(false);
    }
  }
  return { teach, isBusy };
}
