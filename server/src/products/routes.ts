import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import { deleteProduct, listProducts, saveProduct } from "./products.ts";

export function productRoutes(handle: Handle): void {
  handle.staff(routes.listProducts, listProducts);
  handle.staff(routes.saveProduct, (ctx, { productId, name, aliases, category }) =>
    saveProduct(ctx, { productId, name, aliases, category }),
  );
  handle.staff(routes.deleteProduct, async (ctx, { productId }) => ({ deleted: await deleteProduct(ctx, productId) }));
}
