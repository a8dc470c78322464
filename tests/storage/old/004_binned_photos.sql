-- A diary of schema 4 as the first Knotbook to know it wrote it. Never edited.
PRAGMA application_id=1265528692;
PRAGMA user_version=4;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'knotbook','001_records','2026-11-22 11:38:39.288520+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'knotbook','002_photos_routines_words','2026-11-22 11:38:39.289493+00:00');
CREATE TABLE "action" (
   "seq" INTEGER PRIMARY KEY,
   "utc" INTEGER NOT NULL,
   "label" TEXT NOT NULL,
   "state" TEXT NOT NULL,
   "changes" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "action" VALUES(1,1772530200000,'one of each','done','[{"kind":"spot","before":null,"after":{"id":"019cb308-6dc0-7ce0-8e69-5067e7d2a2b7","utc":1772530200000,"place":"piriformis.right","point":"{\"view\":\"back\",\"x\":40.0,\"y\":481.0}","name":"the one that shoots","merged_into":null,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"3a71be4acc5bc85d"}},{"kind":"release","before":null,"after":{"id":"019cb308-6dc0-769e-aaeb-bf3342f182de","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"piriformis.right","points":"[]","tool":"ball","seconds":90,"pressure":7,"pain_for":"[\"knee_medial.left\",\"piriformis.right\"]","note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"da1fc85cd3e39130"}},{"kind":"pain","before":null,"after":{"id":"019cb308-6dc0-7979-bba5-6614c5f7c44b","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"piriformis.right","intensity":6,"points":"[{\"view\":\"back\",\"x\":41.5,\"y\":480.0}]","spot":"019cb308-6dc0-7ce0-8e69-5067e7d2a2b7","qualities":"[\"ache\"]","context":"[\"after sitting\"]","note":"\u001ba\\x00b \\ud800","recalled":0,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"6f45e3f4bdbc99f0"}},{"kind":"joint_sign","before":null,"after":{"id":"019cb308-6dc0-7c0a-9702-7c8b19325523","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"knee_medial.left","sign":"click","points":"[]","note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"4475b3afb5e1560d"}},{"kind":"rating","before":null,"after":{"id":"019cb308-6dc0-78f2-81de-e183d5bce3dd","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"knee_medial.left","release":"019cb308-6dc0-769e-aaeb-bf3342f182de","moment":"after","intensity":2,"recalled":1,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"79ab5870bff94c2e"}},{"kind":"exercise","before":null,"after":{"id":"019cb308-6dc0-7110-bdbf-ba8dc629647c","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"name":"bridge","kind":"strengthen","muscles":"[\"piriformis.right\"]","sets":3,"reps":null,"seconds":null,"load_kg":2.5,"effort":null,"note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"1709cb30ede1e0a9"}},{"kind":"day","before":null,"after":{"id":"019cb308-6dc0-7742-bcfc-b8c848b8a8c9","utc":1772539200000,"day":"2026-03-03","no_pain":1,"sleep_hours":7.5,"nights_woken":0,"sitting_hours":null,"stress":null,"mood":8,"note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"373b2f6368ebfe00"}},{"kind":"photo","before":null,"after":{"id":"019cb308-6dc0-77ec-8dec-238509bf243a","utc":1772530200000,"entry":"019cb308-6dc0-769e-aaeb-bf3342f182de","file":"019cb308-6dc0-769e-aaeb-bf3342f182de.jpg","sha256":"0000000000000000000000000000000000000000000000000000000000000000","width":1600,"height":1200,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"c897a0ea0d358b12"}},{"kind":"routine","before":null,"after":{"id":"019cb308-6dc0-75fa-bd8a-c3e03bc2cb2e","utc":1772530200000,"name":"evening","steps":"[{\"sets\":null,\"reps\":null,\"seconds\":90,\"name\":\"release\",\"tool\":\"ball\",\"load_kg\":null,\"kind\":null,\"places\":[\"piriformis.right\"]},{\"sets\":3,\"reps\":12,\"seconds\":null,\"name\":\"bridges\",\"tool\":\"\",\"load_kg\":2.5,\"kind\":\"strengthen\",\"places\":[]}]","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"e6162256da2a4915"}},{"kind":"word","before":null,"after":{"id":"019cb308-6dc0-7847-b5f0-3d3ef39dcb19","utc":1772530200000,"word":"zapping","use":"quality","hidden":0,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"9d9f68a5fd39d8e3"}}]','6eac8c65653633d5');
INSERT INTO "action" VALUES(2,1772530200000,'4 at right piriformis','done','[{"kind":"pain","before":{"id":"019cb308-6dc0-7979-bba5-6614c5f7c44b","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"piriformis.right","intensity":6,"points":"[{\"view\":\"back\",\"x\":41.5,\"y\":480.0}]","spot":"019cb308-6dc0-7ce0-8e69-5067e7d2a2b7","qualities":"[\"ache\"]","context":"[\"after sitting\"]","note":"\u001ba\\x00b \\ud800","recalled":0,"created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"6f45e3f4bdbc99f0"},"after":{"id":"019cb308-6dc0-7979-bba5-6614c5f7c44b","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"piriformis.right","intensity":4,"points":"[{\"view\":\"back\",\"x\":41.5,\"y\":480.0}]","spot":"019cb308-6dc0-7ce0-8e69-5067e7d2a2b7","qualities":"[\"ache\"]","context":"[\"after sitting\"]","note":"\u001ba\\x00b \\ud800","recalled":0,"created":1772530200000,"changed":1772530200001,"deleted":null,"device":"here","checksum":"c4c5d4f05f6dd74c"}}]','f8332faccdaaeb6d');
INSERT INTO "action" VALUES(3,1772530200000,'removed','undone','[{"kind":"joint_sign","before":{"id":"019cb308-6dc0-7c0a-9702-7c8b19325523","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"knee_medial.left","sign":"click","points":"[]","note":"","created":1772530200000,"changed":1772530200000,"deleted":null,"device":"here","checksum":"4475b3afb5e1560d"},"after":{"id":"019cb308-6dc0-7c0a-9702-7c8b19325523","utc":1772530200000,"zone":"Europe/Berlin","offset":60,"place":"knee_medial.left","sign":"click","points":"[]","note":"","created":1772530200000,"changed":1772530200001,"deleted":1772530200000,"device":"here","checksum":"a9845e17c7f2ec28"}}]','5c9e609435fb7b58');
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
INSERT INTO "day" VALUES('019cb308-6dc0-7742-bcfc-b8c848b8a8c9',1772539200000,'2026-03-03',1,7.5,0,NULL,NULL,8,'',1772530200000,1772530200000,NULL,'here','373b2f6368ebfe00');
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
INSERT INTO "exercise" VALUES('019cb308-6dc0-7110-bdbf-ba8dc629647c',1772530200000,'Europe/Berlin',60,'bridge','strengthen','["piriformis.right"]',3,NULL,NULL,2.5,NULL,'',1772530200000,1772530200000,NULL,'here','1709cb30ede1e0a9');
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
INSERT INTO "joint_sign" VALUES('019cb308-6dc0-7c0a-9702-7c8b19325523',1772530200000,'Europe/Berlin',60,'knee_medial.left','click','[]','',1772530200000,1772530200002,NULL,'here','c0d0de88dadcb226');
CREATE TABLE "meta" (
   "name" TEXT PRIMARY KEY,
   "value" TEXT NOT NULL
);
INSERT INTO "meta" VALUES('diary_id','56989179-12c9-4f75-8f87-87d2f9f92266');
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
INSERT INTO "pain" VALUES('019cb308-6dc0-7979-bba5-6614c5f7c44b',1772530200000,'Europe/Berlin',60,'piriformis.right',4,'[{"view":"back","x":41.5,"y":480.0}]','019cb308-6dc0-7ce0-8e69-5067e7d2a2b7','["ache"]','["after sitting"]','a\x00b \ud800',0,1772530200000,1772530200001,NULL,'here','c4c5d4f05f6dd74c');
CREATE TABLE "photo" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "entry" TEXT NOT NULL,
   "file" TEXT NOT NULL,
   "sha256" TEXT NOT NULL,
   "width" INTEGER NOT NULL,
   "height" INTEGER NOT NULL,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "photo" VALUES('019cb308-6dc0-77ec-8dec-238509bf243a',1772530200000,'019cb308-6dc0-769e-aaeb-bf3342f182de','019cb308-6dc0-769e-aaeb-bf3342f182de.jpg','0000000000000000000000000000000000000000000000000000000000000000',1600,1200,1772530200000,1772530200000,NULL,'here','c897a0ea0d358b12');
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
INSERT INTO "rating" VALUES('019cb308-6dc0-78f2-81de-e183d5bce3dd',1772530200000,'Europe/Berlin',60,'knee_medial.left','019cb308-6dc0-769e-aaeb-bf3342f182de','after',2,1,1772530200000,1772530200000,NULL,'here','79ab5870bff94c2e');
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
INSERT INTO "release" VALUES('019cb308-6dc0-769e-aaeb-bf3342f182de',1772530200000,'Europe/Berlin',60,'piriformis.right','[]','ball',90,7,'["knee_medial.left","piriformis.right"]','',1772530200000,1772530200000,NULL,'here','da1fc85cd3e39130');
CREATE TABLE "routine" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "name" TEXT NOT NULL,
   "steps" TEXT NOT NULL,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "routine" VALUES('019cb308-6dc0-75fa-bd8a-c3e03bc2cb2e',1772530200000,'evening','[{"sets":null,"reps":null,"seconds":90,"name":"release","tool":"ball","load_kg":null,"kind":null,"places":["piriformis.right"]},{"sets":3,"reps":12,"seconds":null,"name":"bridges","tool":"","load_kg":2.5,"kind":"strengthen","places":[]}]',1772530200000,1772530200000,NULL,'here','e6162256da2a4915');
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
INSERT INTO "spot" VALUES('019cb308-6dc0-7ce0-8e69-5067e7d2a2b7',1772530200000,'piriformis.right','{"view":"back","x":40.0,"y":481.0}','the one that shoots',NULL,1772530200000,1772530200000,NULL,'here','3a71be4acc5bc85d');
CREATE TABLE "word" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "utc" INTEGER NOT NULL,
   "word" TEXT NOT NULL,
   "use" TEXT NOT NULL,
   "hidden" INTEGER NOT NULL,
   "created" INTEGER NOT NULL,
   "changed" INTEGER NOT NULL,
   "deleted" INTEGER,
   "device" TEXT NOT NULL,
   "checksum" TEXT NOT NULL
);
INSERT INTO "word" VALUES('019cb308-6dc0-7847-b5f0-3d3ef39dcb19',1772530200000,'zapping','quality',0,1772530200000,1772530200000,NULL,'here','9d9f68a5fd39d8e3');
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
CREATE INDEX photo_by_time ON "photo" (utc, id) WHERE deleted IS NULL;
CREATE INDEX photo_in_bin ON "photo" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX routine_by_time ON "routine" (utc, id) WHERE deleted IS NULL;
CREATE INDEX routine_in_bin ON "routine" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX word_by_time ON "word" (utc, id) WHERE deleted IS NULL;
CREATE INDEX word_in_bin ON "word" (utc, id) WHERE deleted IS NOT NULL;
CREATE INDEX photo_by_entry ON photo (entry);
CREATE INDEX rating_by_place ON rating (place, utc, id, intensity, offset, deleted) WHERE deleted IS NULL;
INSERT INTO "_sqlite_migrations" VALUES(3,'knotbook','003_listing','2026-11-22 11:56:25.555626+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'knotbook','004_binned_photos','2026-11-22 14:19:03.422681+00:00');
CREATE VIRTUAL TABLE binned USING fts5 (kind UNINDEXED, id UNINDEXED, words, detail=none, columnsize=0, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co So' tokenchars '|'");
CREATE VIRTUAL TABLE listing USING fts5 (kind UNINDEXED, id UNINDEXED, words, detail=none, columnsize=0, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co So' tokenchars '|'");
CREATE TABLE "unlisted" (
   "utc" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "id" TEXT NOT NULL,
   PRIMARY KEY ("utc", "kind", "id")
);
INSERT INTO listing(rowid, kind, id, words) VALUES(28360482750464,'exercise','019cb308-6dc0-7110-bdbf-ba8dc629647c','bridge strengthen |k|exercise |p|piriformis|right');
INSERT INTO listing(rowid, kind, id, words) VALUES(28360482750465,'joint_sign','019cb308-6dc0-7c0a-9702-7c8b19325523','click |k|joint|sign |p|knee|medial|left');
INSERT INTO listing(rowid, kind, id, words) VALUES(28360482750466,'pain','019cb308-6dc0-7979-bba5-6614c5f7c44b','ache after sitting a b ? |k|pain |p|piriformis|right |n|4 |w');
INSERT INTO listing(rowid, kind, id, words) VALUES(28360482750467,'rating','019cb308-6dc0-78f2-81de-e183d5bce3dd','|k|rating |p|knee|medial|left |n|2');
INSERT INTO listing(rowid, kind, id, words) VALUES(28360482750468,'release','019cb308-6dc0-769e-aaeb-bf3342f182de','ball |k|release |p|piriformis|right |f|knee|medial|left |f|piriformis|right |h');
INSERT INTO listing(rowid, kind, id, words) VALUES(28360626405376,'day','019cb308-6dc0-7742-bcfc-b8c848b8a8c9','|k|day |n|0');
CREATE TRIGGER pain_insert AFTER INSERT ON "pain" BEGIN INSERT INTO unlisted SELECT NEW.utc, 'pain', NEW.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = NEW.utc AND u.kind = 'pain' AND u.id = NEW.id); END;
CREATE TRIGGER joint_sign_insert AFTER INSERT ON "joint_sign" BEGIN INSERT INTO unlisted SELECT NEW.utc, 'joint_sign', NEW.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = NEW.utc AND u.kind = 'joint_sign' AND u.id = NEW.id); END;
CREATE TRIGGER release_insert AFTER INSERT ON "release" BEGIN INSERT INTO unlisted SELECT NEW.utc, 'release', NEW.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = NEW.utc AND u.kind = 'release' AND u.id = NEW.id); END;
CREATE TRIGGER rating_insert AFTER INSERT ON "rating" BEGIN INSERT INTO unlisted SELECT NEW.utc, 'rating', NEW.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = NEW.utc AND u.kind = 'rating' AND u.id = NEW.id); END;
CREATE TRIGGER exercise_insert AFTER INSERT ON "exercise" BEGIN INSERT INTO unlisted SELECT NEW.utc, 'exercise', NEW.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = NEW.utc AND u.kind = 'exercise' AND u.id = NEW.id); END;
CREATE TRIGGER day_insert AFTER INSERT ON "day" BEGIN INSERT INTO unlisted SELECT NEW.utc, 'day', NEW.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = NEW.utc AND u.kind = 'day' AND u.id = NEW.id); END;
CREATE TRIGGER photo_insert AFTER INSERT ON "photo" BEGIN INSERT INTO unlisted SELECT e.utc, 'pain', e.id FROM "pain" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'pain' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'joint_sign', e.id FROM "joint_sign" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'joint_sign' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'release', e.id FROM "release" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'release' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'rating', e.id FROM "rating" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'rating' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'exercise', e.id FROM "exercise" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'exercise' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'day', e.id FROM "day" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'day' AND u.id = e.id); END;
CREATE TRIGGER pain_update AFTER UPDATE ON "pain" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'pain', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'pain' AND u.id = OLD.id); END;
CREATE TRIGGER joint_sign_update AFTER UPDATE ON "joint_sign" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'joint_sign', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'joint_sign' AND u.id = OLD.id); END;
CREATE TRIGGER release_update AFTER UPDATE ON "release" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'release', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'release' AND u.id = OLD.id); END;
CREATE TRIGGER rating_update AFTER UPDATE ON "rating" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'rating', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'rating' AND u.id = OLD.id); END;
CREATE TRIGGER exercise_update AFTER UPDATE ON "exercise" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'exercise', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'exercise' AND u.id = OLD.id); END;
CREATE TRIGGER day_update AFTER UPDATE ON "day" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'day', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'day' AND u.id = OLD.id); END;
CREATE TRIGGER photo_update AFTER UPDATE ON "photo" BEGIN INSERT INTO unlisted SELECT e.utc, 'pain', e.id FROM "pain" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'pain' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'joint_sign', e.id FROM "joint_sign" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'joint_sign' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'release', e.id FROM "release" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'release' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'rating', e.id FROM "rating" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'rating' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'exercise', e.id FROM "exercise" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'exercise' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'day', e.id FROM "day" AS e WHERE e.id = NEW.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'day' AND u.id = e.id); END;
CREATE TRIGGER pain_delete AFTER DELETE ON "pain" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'pain', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'pain' AND u.id = OLD.id); END;
CREATE TRIGGER joint_sign_delete AFTER DELETE ON "joint_sign" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'joint_sign', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'joint_sign' AND u.id = OLD.id); END;
CREATE TRIGGER release_delete AFTER DELETE ON "release" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'release', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'release' AND u.id = OLD.id); END;
CREATE TRIGGER rating_delete AFTER DELETE ON "rating" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'rating', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'rating' AND u.id = OLD.id); END;
CREATE TRIGGER exercise_delete AFTER DELETE ON "exercise" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'exercise', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'exercise' AND u.id = OLD.id); END;
CREATE TRIGGER day_delete AFTER DELETE ON "day" BEGIN INSERT INTO unlisted SELECT OLD.utc, 'day', OLD.id WHERE NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = OLD.utc AND u.kind = 'day' AND u.id = OLD.id); END;
CREATE TRIGGER photo_delete AFTER DELETE ON "photo" BEGIN INSERT INTO unlisted SELECT e.utc, 'pain', e.id FROM "pain" AS e WHERE e.id = OLD.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'pain' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'joint_sign', e.id FROM "joint_sign" AS e WHERE e.id = OLD.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'joint_sign' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'release', e.id FROM "release" AS e WHERE e.id = OLD.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'release' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'rating', e.id FROM "rating" AS e WHERE e.id = OLD.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'rating' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'exercise', e.id FROM "exercise" AS e WHERE e.id = OLD.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'exercise' AND u.id = e.id); INSERT INTO unlisted SELECT e.utc, 'day', e.id FROM "day" AS e WHERE e.id = OLD.entry AND NOT EXISTS (SELECT 1 FROM unlisted AS u WHERE u.utc = e.utc AND u.kind = 'day' AND u.id = e.id); END;
COMMIT;
