// It is started along with the newest; where none can be set up there is nothing to try.
def status = ['bash', engineCommand, 'status', '--dir', "${engineDirectory}-oldest".toString()].execute()
status.consumeProcessOutput()
return status.waitFor() == 0
