CREATE TABLE "site_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"publication_id" text NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_reports_of_site" ON "site_reports" USING btree ("publication_id");--> statement-breakpoint
CREATE INDEX "site_reports_created" ON "site_reports" USING btree ("created_at");