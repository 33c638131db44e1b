import { describe, expect, it } from 'vitest'
import { ChannelName } from '../../src/store/generated/client.ts'
