import { Form, type FormProps, Modal } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props<Values> = Pick<FormProps<Values>, "form" | "name" | "initialValues"> & {
  title: string;
  /** In pixels. */
  width: number;
  submitText?: string;
  isSubmitting: boolean;
  submit: (values: Values) => void;
  close: () => void;
  /** Left of the two buttons: what else can be done with it. */
  beside?: ReactNode;
  children: ReactNode;
};

/** A form over the page, saved or left as a whole. A form beside another needs a `name`, or both have fields of one id. */
export function FormDialog<Values>({ form, name, initialValues, title, width, children, ...props }: Props<Values>) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      width={width}
      title={title}
      okText={props.submitText ?? t("action.save")}
      cancelText={t("action.cancel")}
      confirmLoading={props.isSubmitting}
      onOk={form?.submit}
      onCancel={props.close}
      footer={(_, { OkBtn, CancelBtn }) => (
        <div className="dialog-foot">
          <span className="dialog-beside">{props.beside}</span>
          <CancelBtn />
          <OkBtn />
        </div>
      )}
    >
      <Form
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues}
        onFinish={props.submit}
      >
        {children}
      </Form>
    </Modal>
  );
}
