import { useMutation } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { useShowError } from "../../ui/error-words.ts";

type Words = { title: string; body: string; remove: string; removed: string };

/** Takes away what was set up, once more asked, and says that it is gone. */
export function RemoveButton<T>(props: {
  words: Words;
  remove: () => Promise<T>;
  onGone: (gone: T) => void | Promise<void>;
}) {
  const { words, onGone } = props;
  const { message } = App.useApp();
  const showError = useShowError();
  const remove = useMutation({
    mutationFn: props.remove,
    onSuccess: (gone) => {
      message.success(words.removed);
      return onGone(gone);
    },
    onError: (error) => showError(error),
  });
  return (
    <Popconfirm
      title={words.title}
      description={words.body}
      okText={words.remove}
      okButtonProps={{ danger: true }}
      onConfirm={() => remove.mutateAsync().catch(() => {})}
    >
      <Button danger>{words.remove}</Button>
    </Popconfirm>
  );
}
