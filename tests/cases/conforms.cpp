// conforms SCHEMA: does the JSON on standard input fit the JSON Schema in that file?
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <iostream>

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: conforms SCHEMA < JSON\n";
    return 2;
  }
  try {
    using Adapter = valijson::adapters::NlohmannJsonAdapter;
    std::ifstream file(arguments[1]);
    const auto schema_json = nlohmann::json::parse(file);
    const auto json = nlohmann::json::parse(std::cin);
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(Adapter(schema_json), schema);
    valijson::ValidationResults results;
    if (valijson::Validator().validate(schema, Adapter(json), &results)) {
      std::cout << "conforms\n";
      return 0;
    }
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
      for (const auto& step : error.context) std::cout << step;
      std::cout << ": " << error.description << '\n';
    }
  } catch (const std::exception& error) {
    std::cout << error.what() << '\n';
  }
  return 1;
}
