CREATE TABLE "snapshot_blobs" (
	"snapshot_id" text NOT NULL,
	"blob_id" text NOT NULL,
	CONSTRAINT "snapshot_blobs_snapshot_id_blob_id_pk" PRIMARY KEY("snapshot_id","blob_id")
);
--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "sealed_about" "bytea";--> statement-breakpoint
ALTER TABLE "snapshot_blobs" ADD CONSTRAINT "snapshot_blobs_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_blobs" ADD CONSTRAINT "snapshot_blobs_blob_id_blobs_id_fk" FOREIGN KEY ("blob_id") REFERENCES "public"."blobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "snapshot_blobs_blob" ON "snapshot_blobs" USING btree ("blob_id");