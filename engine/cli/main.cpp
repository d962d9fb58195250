// The program `tieout`.
#include "cli/commands.hpp"

int main(int count, char** arguments) { return tieout::cli::run(count, arguments); }
