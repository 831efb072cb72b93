CREATE TABLE "pending_moves" (
	"from_id" text PRIMARY KEY NOT NULL,
	"to_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "objects_master_key_id" text;--> statement-breakpoint
ALTER TABLE "pending_moves" ADD CONSTRAINT "pending_moves_to_id_people_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pending_moves_to" ON "pending_moves" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "pending_moves_created" ON "pending_moves" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "people_objects_key" ON "people" USING btree ("objects_master_key_id");