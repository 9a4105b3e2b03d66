-- Takes a lane of a group for a member, with everything that was in other members' hands.
-- KEYS: lease, stream. ARGV: group, member, milliseconds of the lease. Answers whether the member has the lane.
local owner = redis.call('get', KEYS[1])
if owner and owner ~= ARGV[2] then return 0 end
redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3])
local there = false
if redis.call('exists', KEYS[2]) == 1 then
  for _, group in ipairs(redis.call('xinfo', 'groups', KEYS[2])) do
    if group[2] == ARGV[1] then there = true end
  end
end
if not there then redis.call('xgroup', 'create', KEYS[2], ARGV[1], '0', 'mkstream') end
local cursor = '0-0'
repeat
  local claimed = redis.call('xautoclaim', KEYS[2], ARGV[1], ARGV[2], 0, cursor, 'count', 100, 'justid')
  cursor = claimed[1]
until cursor == '0-0'
for _, consumer in ipairs(redis.call('xinfo', 'consumers', KEYS[2], ARGV[1])) do
  if consumer[2] ~= ARGV[2] then redis.call('xgroup', 'delconsumer', KEYS[2], ARGV[1], consumer[2]) end
end
return 1
