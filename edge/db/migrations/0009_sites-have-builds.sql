CREATE TABLE "site_builds" (
	"id" text PRIMARY KEY NOT NULL,
	"publication_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"manifest" jsonb NOT NULL,
	"hidden" jsonb NOT NULL,
	"size" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"served_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "site_files" (
	"owner_id" text NOT NULL,
	"hash" text NOT NULL,
	"object_name" text NOT NULL,
	"size" bigint NOT NULL,
	"stored_size" bigint NOT NULL,
	"is_packed" boolean NOT NULL,
	"stored" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_files_owner_id_hash_pk" PRIMARY KEY("owner_id","hash")
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "hidden" jsonb DEFAULT '["phone","street"]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "site_builds" ADD CONSTRAINT "site_builds_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_builds" ADD CONSTRAINT "site_builds_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_files" ADD CONSTRAINT "site_files_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_builds_of_publication" ON "site_builds" USING btree ("publication_id","created_at");--> statement-breakpoint
CREATE INDEX "site_builds_of_person" ON "site_builds" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "site_builds_served" ON "site_builds" USING btree ("served_at","created_at");