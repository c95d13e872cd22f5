def template = new File(basedir, 'module.xml').text
evaluate(new File(basedir, 'cases.groovy')).each { module, wrong ->
    def directory = new File(basedir, module)
    directory.mkdirs()
    new File(directory, 'Dockerfile').text = 'FROM scratch\nCOPY pom.xml /\n'
    new File(directory, 'pom.xml').text = template.replace('MODULE', module)
        .replace('GOAL', module.startsWith('verify-') ? 'verify' : 'build').replace('CONFIGURATION', wrong[0])
}
def pom = new File(basedir, 'pom.xml')
def modules = evaluate(new File(basedir, 'cases.groovy')).keySet().collect { "<module>${it}</module>" }.join()
pom.text = pom.text.replace('<modules/>', "<modules>${modules}</modules>")
return true
