/** Every table. Migrations are made from here: `npm run make-migration -- --name what-it-does`. */
export * from "./schema/people.ts";
export * from "./schema/portfolios.ts";
export * from "./schema/running.ts";
export * from "./schema/sites.ts";
export * from "./schema/service.ts";
