CREATE TABLE "message_blobs" (
	"message_id" text NOT NULL,
	"blob_id" text NOT NULL,
	CONSTRAINT "message_blobs_message_id_blob_id_pk" PRIMARY KEY("message_id","blob_id")
);
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_version_id_versions_id_fk";
--> statement-breakpoint
DROP INDEX "messages_version";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "sealed_place" "bytea";--> statement-breakpoint
ALTER TABLE "portfolios" ADD COLUMN "conversation_changes" integer;--> statement-breakpoint
ALTER TABLE "message_blobs" ADD CONSTRAINT "message_blobs_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_blobs" ADD CONSTRAINT "message_blobs_blob_id_blobs_id_fk" FOREIGN KEY ("blob_id") REFERENCES "public"."blobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_blobs_blob" ON "message_blobs" USING btree ("blob_id");--> statement-breakpoint
CREATE INDEX "messages_said" ON "messages" USING btree ("conversation_id","created_at");--> statement-breakpoint
ALTER TABLE "conversations" DROP COLUMN "sealed_title";--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "version_id";