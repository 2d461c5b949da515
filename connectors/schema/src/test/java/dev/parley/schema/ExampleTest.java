package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "{'type':'object'}                                                  | {}",
        "{'type':'object','properties':{'a':{}}}                            | {}",
        "{'type':'object','required':['a']}                                 | {'a':''}",
        "{'enum':['b','a']}                                                 | 'b'",
        "{'const':{'x':[1]}}                                                | {'x':[1]}",
        "{'type':'string','default':'now'}                                  | 'now'",
        "{'type':'string','default':'now','maxLength':2}                    | ''",
        "{'type':'string','minLength':3}                                    | 'aaa'",
        "{'type':'string','pattern':'^[A-Z]{2}-[0-9]{3,}$'}                 | 'AA-000'",
        "{'type':'string','pattern':'[0-9]','minLength':3}                  | '0aa'",
        "{'type':'string','pattern':'^(red|green|blue)$','minLength':5}     | 'green'",
        "{'type':'string','pattern':'^\\\\+?[1-9]\\\\d{6,14}$'}             | '1000000'",
        "{'type':'string','pattern':'^(?!x)[a-z]+$','default':'ok'}         | 'ok'",
        "{'type':'string','format':'date'}                                  | '2000-01-01'",
        "{'type':'string','format':'time'}                                  | '00:00:00Z'",
        "{'type':'string','format':'date-time'}                             |"
            + " '2000-01-01T00:00:00Z'",
        "{'type':'string','format':'email'}                                 | 'a@example.com'",
        "{'type':'string','format':'ipv4'}                                  | '127.0.0.0'",
        "{'type':'string','format':'ipv6'}                                  | '::0'",
        "{'type':'string','format':'uri'}                                   | 'a:a'",
        "{'type':'string','format':'hostname'}                              | 'a'",
        "{'type':'string','format':'duration'}                              | 'P0D'",
        "{'type':'string','format':'uuid'}  | '00000000-0000-4000-8000-000000000000'",
        "{'type':'string','format':'email','minLength':20}                  |"
            + " 'aaaaaaaa@example.com'",
        "{'type':'string','format':'no-such-format'}                        | ''",
        "{'type':'integer'}                                                 | 0",
        "{'type':'integer','minimum':3}                                     | 3",
        "{'type':'integer','exclusiveMinimum':3}                            | 4",
        "{'type':'integer','maximum':-5}                                    | -5",
        "{'type':'integer','minimum':10,'multipleOf':7}                     | 14",
        "{'type':'integer','minimum':1,'multipleOf':1.5}                    | 3",
        "{'type':'integer','maximum':-10,'multipleOf':7}                    | -14",
        "{'type':'number','exclusiveMinimum':0,'exclusiveMaximum':1}        | 0.5",
        "{'type':'number','minimum':0.25,'maximum':0.3}                     | 0.25",
        "{'type':'number','minimum':1e2}                                    | 100",
        "{'type':'boolean'}                                                 | true",
        "{'type':'boolean','not':{'const':true}}                            | false",
        "{'type':'null'}                                                    | null",
        "{'type':['null','string']}                                         | null",
        "{'type':'array'}                                                   | []",
        "{'type':'array','minItems':2,'items':{'type':'integer'}}           | [0,0]",
        "{'type':'array','minItems':3,'items':{'type':'integer'},'uniqueItems':true} | [0,1,-1]",
        "{'type':'array','minItems':2,'items':{'type':'boolean'},'uniqueItems':true} |"
            + " [true,false]",
        "{'type':'array','minItems':2,'items':{'format':'date','type':'string'},'uniqueItems':true}"
            + " | ['2000-01-01','2000-01-02']",
        "{'type':'array','contains':{'const':7}}                            | [7]",
        "{'type':'array','prefixItems':[{'const':1},{'const':2}],'minItems':2} | [1,2]",
        "{'type':'object','minProperties':2}                                | {'a':'','a1':''}",
        "{'type':'object','minProperties':1,'properties':{'b':{'type':'integer'}}} | {'b':0}",
        "{'type':'object','minProperties':1,'patternProperties':{'^x-':{'type':'null'}},"
            + "'additionalProperties':false} | {'x-':null}",
        "{'type':'object','required':['a'],'dependentRequired':{'a':['b']}} | {'a':'','b':''}",
        "{'type':'object','required':['a'],'additionalProperties':{'type':'integer'}} | {'a':0}",
        "{'type':'object','minProperties':1,'propertyNames':{'minLength':2}} | {'aa':''}",
        "{'allOf':[{'type':'integer','minimum':3},{'maximum':9},{'multipleOf':4}]} | 4",
        "{'anyOf':[{'type':'string','minLength':2,'maxLength':1},{'type':'integer'}]} | 0",
        "{'oneOf':[{'type':'integer'},{'type':'number','minimum':0}]}       | -1",
        "{'oneOf':[{'required':['a']},{'required':['b']}],'type':'object'}  | {'a':''}",
        "{'type':'object','properties':{'k':{'enum':['x','y']},'v':{'type':'integer'}},"
            + "'required':['k'],'if':{'properties':{'k':{'const':'x'}}},'then':{'required':['v']}}"
            + " | {'k':'x','v':0}",
        "{'$ref':'#/$defs/a%20b','$defs':{'a b':{'const':1}}}               | 1",
        "{'$ref':'#here','$defs':{'x':{'$anchor':'here','const':2}}}        | 2",
        "{'not':{'type':'string'}}                                          | 0"
      })
  void example_isSmall(String schema, String expected) {
    assertThat(ToolSchema.parse(schema.replace('\'', '"')).example())
        .isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'string','minLength':2,'maxLength':1}",
        "{'type':'integer','minimum':2,'maximum':1}",
        "{'type':'integer','minimum':1,'maximum':6,'multipleOf':7}",
        "{'allOf':[{'type':'string'},{'type':'integer'}]}",
        "{'not':{}}",
        "{'type':'object','required':['a'],'properties':{'a':false}}",
        "{'type':'array','minItems':3,'items':{'type':'boolean'},'uniqueItems':true}",
        "{'type':'string','pattern':'^(?=b)a$'}",
        "{'$ref':'#/$defs/n','$defs':{'n':{'type':'object','required':['n'],"
            + "'properties':{'n':{'$ref':'#/$defs/n'}}}}}"
      })
  void whereThereIsNone_thatIsSaid(String schema) {
    assertThatThrownBy(() -> ToolSchema.parse(schema.replace('\'', '"')).example())
        .isInstanceOf(NoExample.class)
        .hasMessageContaining("give it a default or an enum");
  }

  @Test
  void example_isTheSameEachTime() {
    ToolSchema schema = ToolSchema.parse("{\"minProperties\": 3, \"type\": \"object\"}");
    assertThat(schema.example()).isEqualTo(schema.example());
  }
}
