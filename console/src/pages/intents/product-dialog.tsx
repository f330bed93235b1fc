import { useMutation, useQueryClient } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import type { Product } from "@yingda/contract/routes/intents";
import { AutoComplete, Button, Form, Input, Popconfirm, Select } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { productsKey } from "./products-pane.tsx";

type Props = { product: Product | null; categories: string[]; close: () => void };

export function ProductDialog({ product, categories, close }: Props) {
  const { t } = useTranslation(["intents", "common"]);
  const client = useQueryClient();
  const showError = useShowError();
  const [form] = Form.useForm<Product>();
  const done = {
    onSuccess: () => {
      close();
      return client.invalidateQueries({ queryKey: productsKey });
    },
    onError: (error: unknown) => showError(error),
  };
  const save = useMutation({ mutationFn: (values: Product) => call(routes.saveProduct, values), ...done });
  const remove = useMutation({
    mutationFn: (productId: string) => call(routes.deleteProduct, { productId }),
    ...done,
  });
  return (
    <FormDialog
      form={form}
      width={520}
      title={t(product ? "products.editTitle" : "products.addTitle")}
      initialValues={product ?? { productId: "", name: "", aliases: [], category: "" }}
      isSubmitting={save.isPending}
      submit={(values) =>
        save.mutate({ ...values, productId: values.productId.trim(), category: values.category?.trim() || null })
      }
      close={close}
      beside={
        product && (
          <Popconfirm
            title={t("products.deleteTitle")}
            description={t("products.deleteWhy")}
            okText={t("common:action.delete")}
            okButtonProps={{ danger: true }}
            onConfirm={() => remove.mutateAsync(product.productId).catch(() => {})}
          >
            <Button danger type="text">
              {t("common:action.delete")}
            </Button>
          </Popconfirm>
        )
      }
    >
      <Form.Item
        name="productId"
        label={t("products.id")}
        extra={t("products.idHint")}
        rules={[{ required: true, whitespace: true, message: t("products.idMissing") }]}
      >
        <Input maxLength={80} disabled={product !== null} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t("products.name")}
        rules={[{ required: true, whitespace: true, message: t("products.nameMissing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="aliases"
        label={t("products.aliases")}
        extra={t("products.aliasesHint")}
        rules={[
          {
            validator: (_, aliases: string[] = []) =>
              aliases.every((one) => one.trim().length >= 2 && one.trim().length <= 60)
                ? Promise.resolve()
                : Promise.reject(new Error(t("products.aliasWrong"))),
          },
        ]}
      >
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={limits.productAliases}
          tokenSeparators={["，", ",", "、", ";", "；"]}
        />
      </Form.Item>
      <Form.Item name="category" label={t("products.category")} extra={t("products.categoryHint")}>
        <AutoComplete
          maxLength={80}
          showSearch={{ filterOption: true }}
          options={categories.map((value) => ({ value }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
