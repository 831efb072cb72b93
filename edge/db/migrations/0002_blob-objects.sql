ALTER TABLE "blobs" ADD COLUMN "object_name" text;--> statement-breakpoint
UPDATE "blobs" SET "object_name" = 'blobs/' || "owner_id" || '/' || "id";--> statement-breakpoint
ALTER TABLE "blobs" ALTER COLUMN "object_name" SET NOT NULL;
