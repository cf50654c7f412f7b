import ts from 'typescript';

/** The names that a top-level statement declares. */
function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

/**
 * The top-level declaration of `name` in a TypeScript file, as it stands there, with the comment
 * above it. Throws where the file declares no such thing.
 */
export function extractDeclaration(text: string, name: string, file: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const statement = source.statements.find((one) => declaredNames(one).includes(name));
  if (!statement) throw new Error(`${file} declares no "${name}"`);
  return text.slice(statement.getStart(source, true), statement.getEnd());
}
