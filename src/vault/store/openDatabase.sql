-- name: setTimeZone
set TimeZone = 'UTC';

-- name: allowFolders
set allowed_directories = $folders;

-- name: allowFiles
set allowed_paths = $files;

-- name: shutOutside
set enable_external_access = false;

-- name: lockConfiguration
set lock_configuration = true;
