-- A diary of schema 1 as the first Knotbook wrote it. Never edited.
PRAGMA application_id=1265528692;
PRAGMA user_version=1;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'knotbook','001_records','2026-11-22 10:56:40.779410+00:00');
CREATE TABLE "action" (
   "seq" INTEGER PRIMARY KEY,
   "utc" INTEGER NOT NULL,
   "label" TEXT NOT NULL,
   "state" TEXT NOT NULL,
   "changes" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "action" VALUES(1,1772530200000,'one of each','done','[{"kind":"spot","before":null,"after":{"id":"019cb308-6dc0-7942-96f5-547adbe41b7a","utc":1772530200000,"place":"piriformis.right","point":"{\"view\":\"back\",\"x\":40.0,\"y\":481.0}","name":"the one that shoots","merged_into":null,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"f47233f650aa89c4"}},{"kind":"release","before":null,"after":{"id":"019cb308-6dc0-7881-bef4-cd2e0e50f958","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"piriformis.right","points":"[]","tool":"ball","seconds":90,"pressure":7,"pain_for":"[\"knee_medial.left\",\"piriformis.right\"]","note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"7115991ff208a8ca"}},{"kind":"pain","before":null,"after":{"id":"019cb308-6dc0-7ef2-9dfb-89dd66b36642","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"piriformis.right","intensity":6,"points":"[{\"view\":\"back\",\"x\":41.5,\"y\":480.0}]","spot":"019cb308-6dc0-7942-96f5-547adbe41b7a","qualities":"[\"ache\"]","context":"[\"after sitting\"]","note":"naïve","recalled":0,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"18755888147d2f01"}},{"kind":"joint_sign","before":null,"after":{"id":"019cb308-6dc0-7d06-a22d-de4a546fb393","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"knee_medial.left","sign":"click","points":"[]","note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"786aa9bf858d7fef"}},{"kind":"rating","before":null,"after":{"id":"019cb308-6dc0-7cb6-a441-9d74f5056f2b","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"knee_medial.left","release":"019cb308-6dc0-7881-bef4-cd2e0e50f958","moment":"after","intensity":2,"recalled":1,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"aeec2fba0231236c"}},{"kind":"exercise","before":null,"after":{"id":"019cb308-6dc0-7b04-951e-ea49e9faec84","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"name":"bridge","kind":"strengthen","muscles":"[\"piriformis.right\"]","sets":3,"reps":null,"seconds":null,"load_kg":2.5,"effort":null,"note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"fd1b372a3023f789"}},{"kind":"day","before":null,"after":{"id":"019cb308-6dc0-76ce-82fd-1ba021ddedf7","utc":1772539200000,"day":"2026-03-03","no_pain":1,"sleep_hours":7.5,"nights_woken":0,"sitting_hours":null,"stress":null,"mood":8,"note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"264306b1a6912757"}}]','dacf8bfc6ee6029d');
INSERT INTO "action" VALUES(2,1772530200000,'4 at right piriformis','done','[{"kind":"pain","before":{"id":"019cb308-6dc0-7ef2-9dfb-89dd66b36642","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"piriformis.right","intensity":6,"points":"[{\"view\":\"back\",\"x\":41.5,\"y\":480.0}]","spot":"019cb308-6dc0-7942-96f5-547adbe41b7a","qualities":"[\"ache\"]","context":"[\"after sitting\"]","note":"naïve","recalled":0,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"18755888147d2f01"},"after":{"id":"019cb308-6dc0-7ef2-9dfb-89dd66b36642","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"piriformis.right","intensity":4,"points":"[{\"view\":\"back\",\"x\":41.5,\"y\":480.0}]","spot":"019cb308-6dc0-7942-96f5-547adbe41b7a","qualities":"[\"ache\"]","context":"[\"after sitting\"]","note":"\u001ba\\x00b \\ud800","recalled":0,"created":1772530200000,"changed":1772530200001,"deleted":null,"device":"here","checksum":"b5aae4d13cec0721"}}]','c429c203cd56f7a0');
INSERT INTO "action" VALUES(3,1772530200000,'removed','undone','[{"kind":"joint_sign","before":{"id":"019cb308-6dc0-7d06-a22d-de4a546fb393","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"knee_medial.left","sign":"click","points":"[]","note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"786aa9bf858d7fef"},"after":{"id":"019cb308-6dc0-7d06-a22d-de4a546fb393","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"knee_medial.left","sign":"click","points":"[]","note":"","created":1772530200000,"changed":1772530200002,"deleted":1772530200002,"device":"here","checksum":"d392f5cca76c32a4"}}]','98cd0a39c6959831');
CREATE TABLE "day" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "day" TEXT NOT NULL,
   "no_pain" INTEGER NOT NULL,
   "sleep_hours" REAL,
   "nights_woken" INTEGER,
   "sitting_hours" REAL,
   "stress" INTEGER,
   "mood" INTEGER,
   "note" TEXT NOT NULL,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "day" VALUES('019cb308-6dc0-76ce-82fd-1ba021ddedf7',1772539200000,'2026-03-03',1,7.5,0,NULL,NULL,8,'',1772530200000,1772530200000,NULL,'here','264306b1a6912757');
CREATE TABLE "exercise" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "zone" TEXT NOT NULL,
   "offset" INTEGER NOT NULL,
   "name" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "muscles" TEXT NOT NULL,
   "sets" INTEGER,
   "reps" INTEGER,
   "seconds" INTEGER,
   "load_kg" REAL,
   "effort" INTEGER,
   "note" TEXT NOT NULL,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "exercise" VALUES('019cb308-6dc0-7b04-951e-ea49e9faec84',1772530200000,'Europe/Berlin',60,'bridge','strengthen','["piriformis.right"]',3,NULL,NULL,2.5,NULL,'',1772530200000,1772530200000,NULL,'here','fd1b372a3023f789');
CREATE TABLE "joint_sign" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "zone" TEXT NOT NULL,
   "offset" INTEGER NOT NULL,
   "place" TEXT NOT NULL,
   "sign" TEXT NOT NULL,
   "points" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "joint_sign" VALUES('019cb308-6dc0-7d06-a22d-de4a546fb393',1772530200000,'Europe/Berlin',60,'knee_medial.left','click','[]','',1772530200000,1772530200003,NULL,'here','ee3da1582141dad4');
CREATE TABLE "meta" (
   "name" TEXT PRIMARY KEY,
   "value" TEXT NOT NULL
);
INSERT INTO "meta" VALUES('diary_id','2149b5b4-68ef-425a-9e82-89de7bd60976');
CREATE TABLE "pain" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "zone" TEXT NOT NULL,
   "offset" INTEGER NOT NULL,
   "place" TEXT NOT NULL,
   "intensity" INTEGER NOT NULL,
   "points" TEXT NOT NULL,
   "spot" TEXT REFERENCES "spot"("id"),
   "qualities" TEXT NOT NULL,
   "context" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "recalled" INTEGER NOT NULL,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "pain" VALUES('019cb308-6dc0-7ef2-9dfb-89dd66b36642',1772530200000,'Europe/Berlin',60,'piriformis.right',4,'[{"view":"back","x":41.5,"y":480.0}]','019cb308-6dc0-7942-96f5-547adbe41b7a','["ache"]','["after sitting"]','a\x00b \ud800',0,1772530200000,1772530200001,NULL,'here','b5aae4d13cec0721');
CREATE TABLE "rating" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "zone" TEXT NOT NULL,
   "offset" INTEGER NOT NULL,
   "place" TEXT NOT NULL,
   "release" TEXT NOT NULL REFERENCES "release"("id"),
   "moment" TEXT NOT NULL,
   "intensity" INTEGER NOT NULL,
   "recalled" INTEGER NOT NULL,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "rating" VALUES('019cb308-6dc0-7cb6-a441-9d74f5056f2b',1772530200000,'Europe/Berlin',60,'knee_medial.left','019cb308-6dc0-7881-bef4-cd2e0e50f958','after',2,1,1772530200000,1772530200000,NULL,'here','aeec2fba0231236c');
CREATE TABLE "release" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "zone" TEXT NOT NULL,
   "offset" INTEGER NOT NULL,
   "place" TEXT NOT NULL,
   "points" TEXT NOT NULL,
   "tool" TEXT NOT NULL,
   "seconds" INTEGER,
   "pressure" INTEGER,
   "pain_for" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "release" VALUES('019cb308-6dc0-7881-bef4-cd2e0e50f958',1772530200000,'Europe/Berlin',60,'piriformis.right','[]','ball',90,7,'["knee_medial.left","piriformis.right"]','',1772530200000,1772530200000,NULL,'here','7115991ff208a8ca');
CREATE TABLE "spot" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "place" TEXT NOT NULL,
   "point" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "merged_into" TEXT,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "spot" VALUES('019cb308-6dc0-7942-96f5-547adbe41b7a',1772530200000,'piriformis.right','{"view":"back","x":40.0,"y":481.0}','the one that shoots',NULL,1772530200000,1772530200000,NULL,'here','f47233f650aa89c4');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX pain_by_time ON "pain" (utc, id, place, intensity, offset, deleted) WHERE deleted IS NULL;
CREATE INDEX pain_in_bin ON "pain" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX joint_sign_by_time ON "joint_sign" (utc, id) WHERE deleted IS NULL;
CREATE INDEX joint_sign_in_bin ON "joint_sign" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX release_by_time ON "release" (utc, id) WHERE deleted IS NULL;
CREATE INDEX release_in_bin ON "release" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX rating_by_time ON "rating" (utc, id) WHERE deleted IS NULL;
CREATE INDEX rating_in_bin ON "rating" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX exercise_by_time ON "exercise" (utc, id) WHERE deleted IS NULL;
CREATE INDEX exercise_in_bin ON "exercise" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX day_by_time ON "day" (utc, id) WHERE deleted IS NULL;
CREATE INDEX day_in_bin ON "day" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX spot_by_time ON "spot" (utc, id) WHERE deleted IS NULL;
CREATE INDEX spot_in_bin ON "spot" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX pain_by_place ON pain (place, utc, id, intensity, offset, deleted) WHERE deleted IS NULL;
CREATE INDEX pain_by_spot ON pain (spot, utc) WHERE spot IS NOT NULL;
CREATE INDEX rating_by_release ON rating ("release");
CREATE INDEX action_undone ON action (seq) WHERE state = 'undone';
COMMIT;
