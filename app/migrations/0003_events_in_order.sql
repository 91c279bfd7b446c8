-- What was counted of an application stays when the household applies anew.
CREATE TABLE "hardship_round" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "file_id" INTEGER NOT NULL,
    "outcome" TEXT,
    "applied_on" DATE,
    "opened_on" DATE,
    "closed_on" DATE,
    "close_reason" TEXT,
    FOREIGN KEY ("file_id") REFERENCES "hardship_file" ("id")
);
CREATE INDEX "hardship_round_file_id" ON "hardship_round" ("file_id");
INSERT INTO hardship_round
    (version, search_key, created_at, updated_at, file_id, outcome, applied_on, opened_on, closed_on, close_reason)
SELECT 1, '', history.at, history.at, file.id,
    CASE changes ->> '$.status[0]' WHEN '不予建档' THEN '不予建档' ELSE '退档' END,
    COALESCE(changes ->> '$.applied_on[0]', file.applied_on), changes ->> '$.opened_on[0]',
    changes ->> '$.closed_on[0]', changes ->> '$.close_reason[0]'
FROM history JOIN hardship_file AS file ON file.id = history.row_id
WHERE history.table_name = 'hardship_file' AND history.action = 'UPDATE' AND file.deleted_at IS NULL
    AND changes ->> '$.status[0]' IN ('退档(脱困)', '退档(其他)', '不予建档') AND changes ->> '$.status[1]' = '申请';

-- Those of one day happened in the order in which they were entered.
ALTER TABLE "membership_event" ADD COLUMN "place" INTEGER;
UPDATE membership_event SET place = (
    SELECT COUNT(*) FROM membership_event AS other
    WHERE other.member_id = membership_event.member_id AND other.happened_on = membership_event.happened_on
        AND (other.deleted_at IS NULL OR other.id = membership_event.id) AND other.id <= membership_event.id
);
DROP INDEX membership_event_last;
CREATE INDEX membership_event_last ON membership_event (member_id, happened_on, place, id);

-- A state that a list brought without an event is the event it tells of.
INSERT INTO membership_event
    (version, search_key, created_at, updated_at, member_id, happened_on, kind, other_union, handled_by, remark, place)
SELECT 1, '', member.updated_at, member.updated_at, member.id, member.status_date,
    CASE member.status WHEN '已转出' THEN '转出' WHEN '开除会籍' THEN '开除' ELSE member.status END,
    CASE member.status WHEN '已转出' THEN member.other_union END, member.handled_by, member.status_reason,
    CASE WHEN last.happened_on = member.status_date THEN last.place + 1 ELSE 1 END
FROM member JOIN membership_event AS last ON last.id = (
    SELECT id FROM membership_event WHERE member_id = member.id AND deleted_at IS NULL
    ORDER BY happened_on DESC, place DESC LIMIT 1)
WHERE member.deleted_at IS NULL AND member.status_date >= last.happened_on
    AND (last.kind IN ('入会', '转入', '恢复会籍')
            AND member.status IN ('已转出', '保留会籍', '退会', '自动退会', '开除会籍', '死亡')
        OR last.kind = '保留会籍' AND member.status IN ('已转出', '退会', '开除会籍', '死亡'));

-- Who moved out and comes back moves in: it is no new member.
UPDATE membership_event SET kind = '转入', other_union = COALESCE(other_union, (
    SELECT other_union FROM membership_event AS before
    WHERE before.member_id = membership_event.member_id AND before.deleted_at IS NULL
        AND (before.happened_on, before.place) < (membership_event.happened_on, membership_event.place)
    ORDER BY before.happened_on DESC, before.place DESC LIMIT 1))
WHERE kind = '入会' AND deleted_at IS NULL AND (
    SELECT kind FROM membership_event AS before
    WHERE before.member_id = membership_event.member_id AND before.deleted_at IS NULL
        AND (before.happened_on, before.place) < (membership_event.happened_on, membership_event.place)
    ORDER BY before.happened_on DESC, before.place DESC LIMIT 1) = '转出';

-- A day of approval that was corrected is the day of the joining, unless it is that of another one.
UPDATE membership_event SET happened_on = member.approved_on, place = 1
FROM member
WHERE member.id = membership_event.member_id AND membership_event.deleted_at IS NULL
    AND member.approved_on <> membership_event.happened_on AND membership_event.kind IN ('入会', '转入')
    AND NOT EXISTS (
        SELECT 1 FROM membership_event AS other
        WHERE other.member_id = member.id AND other.deleted_at IS NULL AND other.id <> membership_event.id
            AND (other.happened_on <= member.approved_on OR other.happened_on < membership_event.happened_on
                OR other.happened_on = membership_event.happened_on AND other.place < membership_event.place));

-- The day of approval is that of the first joining, the state that of the last event.
UPDATE member SET approved_on = first.happened_on, applied_on = MIN(member.applied_on, first.happened_on)
FROM membership_event AS first
WHERE first.id = (
        SELECT id FROM membership_event WHERE member_id = member.id AND deleted_at IS NULL
        ORDER BY happened_on, place LIMIT 1)
    AND first.kind IN ('入会', '转入') AND member.approved_on IS NOT first.happened_on
    AND member.deleted_at IS NULL;
UPDATE member SET
    status_reason = CASE WHEN last.kind IN ('入会', '转入')
        THEN member.status_reason ELSE COALESCE(last.remark, '见会籍变动') END,
    status_date = last.happened_on,
    status = CASE last.kind
        WHEN '转出' THEN '已转出' WHEN '开除' THEN '开除会籍'
        WHEN '入会' THEN '在册' WHEN '转入' THEN '在册' WHEN '恢复会籍' THEN '在册' ELSE last.kind END
FROM membership_event AS last
WHERE last.id = (
        SELECT id FROM membership_event WHERE member_id = member.id AND deleted_at IS NULL
        ORDER BY happened_on DESC, place DESC LIMIT 1)
    AND member.deleted_at IS NULL
    AND member.status <> CASE last.kind
        WHEN '转出' THEN '已转出' WHEN '开除' THEN '开除会籍'
        WHEN '入会' THEN '在册' WHEN '转入' THEN '在册' WHEN '恢复会籍' THEN '在册' ELSE last.kind END
