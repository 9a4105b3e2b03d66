-- Appends events to a lane, all or none.
-- KEYS: the lane's stream. ARGV: channel to tell, how many handled events to keep, then the six fields of each event.
-- Ids count the lane's events, so that differences of ids are numbers of events.
local last = 0
if redis.call('exists', KEYS[1]) == 1 then
  local info = redis.call('xinfo', 'stream', KEYS[1])
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then last = tonumber(string.match(info[i + 1], '^%d+')) end
  end
end
local first = last
for i = 3, #ARGV, 6 do
  last = last + 1
  redis.call('xadd', KEYS[1], string.format('%.0f-0', last), 'id', ARGV[i], 'type', ARGV[i + 1], 'key', ARGV[i + 2],
    'at', ARGV[i + 3], 'data', ARGV[i + 4], 'trace', ARGV[i + 5])
end
redis.call('publish', ARGV[1], KEYS[1])

-- Every so often, drops what all groups have handled, but for the newest. Without groups nobody waits for anything.
if math.floor(first / 500) ~= math.floor(last / 500) then
  local keep_from = last - tonumber(ARGV[2])
  for _, group in ipairs(redis.call('xinfo', 'groups', KEYS[1])) do
    local name, pending, delivered
    for i = 1, #group, 2 do
      if group[i] == 'name' then name = group[i + 1]
      elseif group[i] == 'pending' then pending = group[i + 1]
      elseif group[i] == 'last-delivered-id' then delivered = tonumber(string.match(group[i + 1], '^%d+')) end
    end
    if pending > 0 then
      delivered = tonumber(string.match(redis.call('xpending', KEYS[1], name)[2], '^%d+')) - 1
    end
    keep_from = math.min(keep_from, delivered + 1)
  end
  if keep_from > 0 then redis.call('xtrim', KEYS[1], 'minid', string.format('%.0f-0', keep_from)) end
end
return redis.status_reply('OK')
