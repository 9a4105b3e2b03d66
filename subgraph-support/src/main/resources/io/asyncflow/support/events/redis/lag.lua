-- KEYS: stream. ARGV: group. How many events of the lane the group has not handled.
if redis.call('exists', KEYS[1]) == 0 then return 0 end
local info = redis.call('xinfo', 'stream', KEYS[1])
local last, length = 0, 0
for i = 1, #info, 2 do
  if info[i] == 'last-generated-id' then last = tonumber(string.match(info[i + 1], '^%d+')) end
  if info[i] == 'length' then length = info[i + 1] end
end
for _, group in ipairs(redis.call('xinfo', 'groups', KEYS[1])) do
  if group[2] == ARGV[1] then
    local pending, delivered
    for i = 1, #group, 2 do
      if group[i] == 'pending' then pending = group[i + 1]
      elseif group[i] == 'last-delivered-id' then delivered = tonumber(string.match(group[i + 1], '^%d+')) end
    end
    return math.min(last - delivered, length) + pending
  end
end
return length
