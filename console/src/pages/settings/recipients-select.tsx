import { limits } from "@yingda/contract/limits";
import { Select } from "antd";

const address = /^[^\s@,;，；]+@[^\s@,;，；]+\.[^\s@,;，；]+$/;

export const findWrongAddress = (list: readonly string[] = []) => list.find((one) => !address.test(one));

/** Mail addresses, typed or pasted, parted by Enter, space, comma or semicolon. */
export function RecipientsSelect({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string[];
  onChange?: (list: string[]) => void;
}) {
  return (
    <Select
      id={id}
      mode="tags"
      open={false}
      suffixIcon={null}
      value={value}
      onChange={(list: string[]) => onChange?.(list.map((one) => one.trim()).filter(Boolean))}
      maxCount={limits.mailRecipients}
      tokenSeparators={[",", ";", "，", "；", " ", "\n"]}
    />
  );
}
