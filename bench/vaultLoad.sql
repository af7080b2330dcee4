-- name: scanFile
-- Every value of a file's rows as text, read once.
select bit_xor(hash(one))::varchar as scanned
from read_csv($path, delim = $delimiter, header = true, all_varchar = true, quote = $quote) as one;
