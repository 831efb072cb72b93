ALTER TABLE "draft_links" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "draft_links" CASCADE;--> statement-breakpoint
ALTER TABLE "publications" ALTER COLUMN "portfolio_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "draft_of" text;--> statement-breakpoint
CREATE INDEX "publications_draft" ON "publications" USING btree ("owner_id","draft_of");