def whole = new File(basedir, 'whole.tar')
def file = new File(basedir, 'manifest.json')
file.text = ' ' * 100_000
assert ['tar', '-cf', whole.path, '-C', basedir.path, file.name].execute().waitFor() == 0
new File(basedir, 'half.tar').bytes = Arrays.copyOf(whole.bytes, 50_000)
return true
