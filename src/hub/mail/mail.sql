-- name: insertMail
-- a row is one mail to be sent
insert into mail (mail_id, to_email, subject, body, reply_token, made_at, next_attempt_at)
values ($mailId::uuid, $to, $subject, $body, $replyToken, $at::timestamptz, $at::timestamptz);

-- name: claimMail
-- a row is the mail that is due longest, taken by this sender until the next attempt
update mail set attempts = attempts + 1, next_attempt_at = $nextAttemptAt::timestamptz
where mail_id = (
  select mail_id from mail
  where sent_at is null and next_attempt_at <= $at::timestamptz and attempts < $mostAttempts::int
  order by next_attempt_at
  limit 1
  for update skip locked
)
returning mail_id, to_email, subject, body, reply_token, made_at, attempts;

-- name: postponeMail
update mail set next_attempt_at = $nextAttemptAt::timestamptz, last_error = $error where mail_id = $mailId::uuid;

-- name: markMailSent
-- the words go with the mail, for they may hold a link that signs somebody in
update mail set sent_at = $at::timestamptz, body = '', reply_token = null, last_error = null where mail_id = $mailId::uuid;

-- name: deleteOldMail
delete from mail where sent_at < $before::timestamptz;

-- name: selectUnsentMail
-- a row is one mail that has not left, newest first
select mail_id, to_email, subject, body, made_at, attempts, last_error
from mail
where sent_at is null
order by made_at desc, mail_id desc
limit $most::int;

-- name: selectWaitingMail
-- a row is how many mails have not left, and how many of them were made before a time
select count(*)::int as waiting, (count(*) filter (where made_at < $since::timestamptz))::int as overdue
from mail
where sent_at is null;
