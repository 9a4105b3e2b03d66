-- Appends events to a lane, all or none.
-- KEYS: the lane's stream. ARGV: channel to tell, how many handled events to keep, then the six fields of each event.
-- Ids count the lane's events, so that differences of ids are numbers of events.
local function number(id) return tonumber(string.match(id, '^%d+')) end

local last, length = 0, 0
if redis.call('exists', KEYS[1]) == 1 then
  local info = redis.call('xinfo', 'stream', KEYS[1])
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then last = number(info[i + 1])
    elseif info[i] == 'length' then length = info[i + 1] end
  end
end

-- Drops what all groups have handled, but for the newest. Without groups nobody waits for anything. Comes first: a Redis
-- that is full takes no more, but it still lets go.
if length > ARGV[2] + 500 then
  local keep_from = last - ARGV[2]
  for _, group in ipairs(redis.call('xinfo', 'groups', KEYS[1])) do
    local name, pending, delivered
    for i = 1, #group, 2 do
      if group[i] == 'name' then name = group[i + 1]
      elseif group[i] == 'pending' then pending = group[i + 1]
      elseif group[i] == 'last-delivered-id' then delivered = number(group[i + 1]) end
    end
    if pending > 0 then delivered = number(redis.call('xpending', KEYS[1], name)[2]) - 1 end
    keep_from = math.min(keep_from, delivered + 1)
  end
  if keep_from > 0 then redis.call('xtrim', KEYS[1], 'minid', string.format('%.0f-0', keep_from)) end
end

for i = 3, #ARGV, 6 do
  last = last + 1
  redis.call('xadd', KEYS[1], string.format('%.0f-0', last), 'id', ARGV[i], 'type', ARGV[i + 1], 'key', ARGV[i + 2],
    'at', ARGV[i + 3], 'data', ARGV[i + 4], 'trace', ARGV[i + 5])
end
redis.call('publish', ARGV[1], KEYS[1])
return redis.status_reply('OK')
