-- The next events of a lane for the member that holds it, and a longer lease; nothing for anybody else.
-- KEYS: lease, stream. ARGV: group, member, milliseconds of the lease, '0' for what is in hand or '>' for what is new,
-- how many. Answers entries, or the error LOST.
if redis.call('get', KEYS[1]) ~= ARGV[2] then return redis.error_reply('LOST the lease') end
redis.call('pexpire', KEYS[1], ARGV[3])
local answer = redis.call('xreadgroup', 'group', ARGV[1], ARGV[2], 'count', ARGV[5], 'streams', KEYS[2], ARGV[4])
if not answer then return {} end
return answer[1][2]
