-- What figures are cut by, on every kind of fact alike. The fold fills them anew after an update (its version changed).
alter table fact_conversation add column region text, add column question_id text;
alter table fact_question add column region text, add column question_id text, add column handled_by text not null default 'none', add column sentiment text;
alter table fact_turn add column region text, add column question_id text, add column handled_by text not null default 'none', add column sentiment text;
alter table fact_request add column region text, add column question_id text, add column handled_by text not null default 'none', add column sentiment text;
alter table fact_rating add column region text, add column question_id text, add column handled_by text not null default 'none', add column sentiment text;
alter table fact_survey add column region text, add column question_id text, add column handled_by text not null default 'none', add column sentiment text;
alter table fact_answer_label add column region text, add column question_id text, add column handled_by text not null default 'none', add column sentiment text;
