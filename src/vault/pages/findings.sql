-- name: selectRules
-- A row is a rule that listed findings break, with how many in how many files; 0 as file means all, an empty severity
-- both. The remedy is null where it is not the same for all of them.
select
  rule, severity, count(*)::integer as findings, count(distinct file_id)::integer as files,
  case when count(distinct remedy) = 1 then any_value(remedy) end as remedy
from finding
where ($file = 0 or file_id = $file) and ($severity = '' or severity = $severity)
group by rule, severity
order by severity, findings desc, rule;

-- name: selectFindings
-- A row is a finding, the files in the order they came, the newest first.
select
  finding.file_id, loaded_file.name as file, finding.line, finding.column_name as "column", finding.rule,
  finding.severity, finding.value_class as "valueClass", finding.message, finding.remedy
from finding
join loaded_file on loaded_file.file_id = finding.file_id
where ($file = 0 or finding.file_id = $file) and ($severity = '' or finding.severity = $severity)
  and ($rule = '' or finding.rule = $rule)
order by loaded_file.loaded_at desc, finding.file_id desc, finding.severity, finding.rule, finding.line, finding.column_name
limit $most offset $from;
