import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useErrorWords } from "../../ui/error-words.ts";

/** Sends a picture to the server; gives its address, or throws words to show. */
export function useUploadPicture() {
  const { t } = useTranslation("knowledge");
  const words = useErrorWords();
  const [busy, setBusy] = useState(0);

  async function run(file: File): Promise<string> {
    if (!file.type.startsWith("image/")) throw new Error(t("picture.notOne", { name: file.name }));
    if (file.size > limits.fileBytes) throw new Error(t("picture.tooLarge", { name: file.name }));
    setBusy((count) => count + 1);
    try {
      const { fileId, mime } = await call(routes.uploadStaffFile, {
        name: file.name.slice(0, 200) || "image",
        bytes: file,
      });
      if (!mime.startsWith("image/")) throw new Error(t("picture.notOne", { name: file.name }));
      return `/files/${fileId}`;
    } catch (error) {
      throw error instanceof Error && error.name === "Error" ? error : new Error(words(error));
    } finally {
      setBusy((count) => count - 1);
    }
  }
  return { run, isBusy: busy > 0 };
}
