CREATE TABLE "visit_days" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_days_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"publication_id" text NOT NULL,
	"day" text NOT NULL,
	"part" text NOT NULL,
	"name" text NOT NULL,
	"count" integer NOT NULL,
	"visitors" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_salts" (
	"day" text PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "contact_form" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "site_messages" ADD COLUMN "challenge" text;--> statement-breakpoint
ALTER TABLE "site_messages" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "visit_days" ADD CONSTRAINT "visit_days_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "visit_days_of_site" ON "visit_days" USING btree ("publication_id","part","day","name");--> statement-breakpoint
CREATE UNIQUE INDEX "site_messages_challenge" ON "site_messages" USING btree ("publication_id","challenge");